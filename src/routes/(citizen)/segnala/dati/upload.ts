import type { StoredFile } from '#lib/forms/stored-file.ts'

export type PhotoPlace = { readonly id: string; readonly name: string }

/** What the server said about a file: stored, or not taken and why. */
export type UploadAnswer = { readonly stored: StoredFile; readonly photoPlace: PhotoPlace | null } | { readonly message: string }

/** Sends one file and tells how far it is; rejects when the network fails. */
export function upload(file: File, kind: 'photo' | 'document', onprogress: (percent: number) => void): Promise<UploadAnswer> {
  const body = new FormData()
  body.append('kind', kind)
  body.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? Math.round((loaded / total) * 100) : 0)
    request.onload = () => {
      const { response } = request
      if (response?.file) resolve({ stored: response.file, photoPlace: response.photoPlace })
      else if (typeof response?.message === 'string') resolve({ message: response.message })
      else reject(new Error(`upload answered ${request.status}`))
    }
    request.onerror = () => reject(new Error('no network'))
    request.open('POST', '/segnala/allegati')
    request.send(body)
  })
}

import type { S3Driver } from 'flydrive/drivers/s3'
import type { S3DriverOptions } from 'flydrive/drivers/s3/types'

/** An S3 bucket as a store of bytes; the client, which is large, is loaded when it is first needed. */
export function openBucket(url: string) {
  const options = bucketOptions(url)
  let opened: Promise<S3Driver> | undefined
  const bucket = () => {
    opened ??= import('flydrive/drivers/s3').then(({ S3Driver }) => new S3Driver(options))
    return opened
  }
  return {
    put: async (key: string, bytes: Uint8Array, mediaType: string) =>
      (await bucket()).put(key, bytes, { contentType: mediaType }),
    get: async (key: string): Promise<Uint8Array | null> => (await bucket()).getBytes(key).catch(nullIfMissing),
    remove: async (key: string) => (await bucket()).delete(key),
    list: () => listBucket(bucket),
  }
}

/** Without a key and secret in the address, those of the environment or of the machine are used, as everywhere with S3. */
function bucketOptions(url: string): S3DriverOptions {
  const { protocol, hostname, username, password, searchParams } = new URL(url)
  if (protocol !== 's3:' || hostname === '') throw new Error('FILO_STORAGE_URL: s3://bucket?endpoint=…&region=…')
  const endpoint = searchParams.get('endpoint')
  const keys = { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) }
  return {
    bucket: hostname,
    region: searchParams.get('region') ?? 'us-east-1',
    visibility: 'private',
    supportsACL: false,
    // Other makers' servers take the newest checksums for a mistake.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(username === '' ? {} : { credentials: keys }),
  }
}

async function* listBucket(bucket: () => Promise<S3Driver>) {
  const driver = await bucket()
  let page: string | undefined
  do {
    const { objects, paginationToken } = await driver.listAll('/', {
      recursive: true,
      ...(page ? { paginationToken: page } : {}),
    })
    for (const object of objects) {
      if (object.isFile) yield { key: object.key, modifiedAt: (await object.getMetaData()).lastModified }
    }
    page = paginationToken
  } while (page)
}

function nullIfMissing(fault: { readonly name?: string; readonly $metadata?: { readonly httpStatusCode?: number } }): null {
  if (fault.name === 'NoSuchKey' || fault.$metadata?.httpStatusCode === 404) return null
  throw fault
}

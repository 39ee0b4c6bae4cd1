type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }

type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** A camera that looks for a code until it is told to stop. */
export type Scan = { stop(): void }

const pause = 250

function detectorClass(): DetectorClass | undefined {
  return (window as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector
}

/** Whether this browser reads codes by itself and has a camera to ask for. */
export async function canScan(): Promise<boolean> {
  if (!detectorClass() || !navigator.mediaDevices?.getUserMedia) return false
  const formats = await detectorClass()?.getSupportedFormats()
  return formats?.includes('qr_code') ?? false
}

/** Shows the camera and gives the first code that it sees; nothing where the camera is refused. */
export async function startScan(video: HTMLVideoElement, found: (code: string) => void): Promise<Scan | null> {
  const Detector = detectorClass()
  if (!Detector) return null
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    await video.play()
    return look(video, stream, new Detector({ formats: ['qr_code'] }), found)
  } catch {
    return null
  }
}

function look(video: HTMLVideoElement, stream: MediaStream, detector: Detector, found: (code: string) => void): Scan {
  let stopped = false
  const stop = () => {
    stopped = true
    for (const track of stream.getTracks()) track.stop()
  }
  const again = async () => {
    if (stopped) return
    const [code] = await detector.detect(video).catch(() => [])
    if (stopped) return
    if (code?.rawValue) found(code.rawValue)
    else setTimeout(again, pause)
  }
  void again()
  return { stop }
}

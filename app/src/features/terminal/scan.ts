// SPDX-License-Identifier: Apache-2.0

import type { FoundTexts, Frame } from "./scanMessages.ts";

/** What browsers that find codes themselves offer; TypeScript's libraries do not have it yet. */
interface OwnDetector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { readonly formats: readonly string[] }): OwnDetector;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

/** Finds codes in what the camera shows. */
interface Finder {
  look(video: HTMLVideoElement): Promise<FoundTexts>;
  end(): void;
}

/** Between two looks. */
const REST_MS = 120;
/** Longer side of the picture that is looked at: enough for a card at arm's length. */
const MOST_PIXELS = 640;

/**
 * Show the camera in `video` and look until a code reads as what is wanted.
 * @param read What a code's text is; undefined for a code of something else.
 * @returns Undefined when it was given up by `signal`.
 * @throws DOMException or TypeError when the camera cannot be used.
 */
export async function scan<T>(
  video: HTMLVideoElement,
  read: (text: string) => T | undefined,
  signal: AbortSignal,
): Promise<T | undefined> {
  const camera = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
    audio: false,
  });
  const finder = (await ownFinder()) ?? workerFinder();
  try {
    if (signal.aborted) return undefined;
    video.srcObject = camera;
    await video.play();
    while (!signal.aborted) {
      for (const text of await finder.look(video)) {
        const wanted = read(text);
        if (wanted !== undefined) return wanted;
      }
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
    return undefined;
  } catch (error) {
    // A camera that is taken away in the middle complains.
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    finder.end();
    for (const track of camera.getTracks()) track.stop();
  }
}

/** The browser's own, which is quicker; undefined where it has none for QR codes. */
async function ownFinder(): Promise<Finder | undefined> {
  const { BarcodeDetector } = window;
  if (BarcodeDetector === undefined) return undefined;
  if (!(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return undefined;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return {
    look: async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue),
    end: () => undefined,
  };
}

function workerFinder(): Finder {
  const worker = new Worker(new URL("./scan.worker.ts", import.meta.url), { type: "module" });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    look: (video) =>
      new Promise((resolve, reject) => {
        if (context === null || video.videoWidth === 0) return resolve([]);
        const scale = Math.min(1, MOST_PIXELS / Math.max(video.videoWidth, video.videoHeight));
        const width = Math.round(video.videoWidth * scale);
        const height = Math.round(video.videoHeight * scale);
        canvas.width = width;
        canvas.height = height;
        context.drawImage(video, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        worker.onmessage = ({ data: found }: MessageEvent<FoundTexts>) => resolve(found);
        worker.onerror = (event) => reject(new TypeError(event.message));
        worker.postMessage({ data, width, height } satisfies Frame, [data.buffer]);
      }),
    end: () => worker.terminate(),
  };
}

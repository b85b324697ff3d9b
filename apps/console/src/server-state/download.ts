import { request, type Call } from './http.ts';

/** Fetches a file and hands it to the person under the name that the server gives it. @throws ProblemError as `request` does */
export async function download(path: string, otherwise: string, call: Call = {}): Promise<void> {
  const response = await request(path, call);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? otherwise;
  link.click();
  URL.revokeObjectURL(address);
}

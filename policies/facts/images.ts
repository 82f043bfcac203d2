/** The parts of an image's name: https://pkg.go.dev/github.com/distribution/reference */
export interface ImageName {
  /** `docker.io` where none is named. */
  readonly registry: string;
  /** Without the registry. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

export function imageName(reference: string): ImageName {
  const [named = "", digest] = reference.trim().split("@", 2);
  const slash = named.indexOf("/");
  const first = named.slice(0, Math.max(slash, 0));
  // Only what could be a host is one; otherwise the first part belongs to a repository of Docker Hub.
  const isHost = /[.:]/.test(first) || first === "localhost";
  const rest = isHost ? named.slice(slash + 1) : named;
  const colon = rest.lastIndexOf(":");
  return {
    registry: isHost ? first : "docker.io",
    repository: colon < 0 ? rest : rest.slice(0, colon),
    ...(colon >= 0 && { tag: rest.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

/** What keeps an image from being the same one tomorrow, as the rest of a sentence; undefined when nothing does. */
export function imageDrift(reference: string, requireDigest: boolean): string | undefined {
  const { tag, digest } = imageName(reference);
  if (digest !== undefined) return undefined;
  if (tag === undefined || tag === "") return "has no tag, which stands for latest; name a version or a digest";
  if (tag === "latest") return "has the tag latest, which moves; name a version or a digest";
  return requireDigest ? "has no digest; name one (@sha256:…)" : undefined;
}

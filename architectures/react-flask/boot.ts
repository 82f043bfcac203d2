import type { AppRelease } from "../../components/app-release";
import type { UserData } from "../../components/user-data";

const releases = "/srv/react-flask/releases";

/**
 * What brings a server to a version, be it new or one that has another. `server/deploy.sh` of the release does the rest.
 * Names of packages: those of Ubuntu 22.04, whose Python is 3.10.
 *
 * @param domain the name for which the server gets a certificate; none where a load balancer has it
 */
export function bootOf(release: Pick<AppRelease, "version" | "unpackedIn">, domain?: string): UserData {
  return {
    packages: ["awscli", "curl", "nginx", "python3-venv", "unzip", ...(domain ? ["certbot"] : [])],
    users: ["flask"],
    commands: [
      release.unpackedIn(releases),
      `${domain ? `DOMAIN=${domain} ` : ""}bash ${releases}/${release.version}/server/deploy.sh`,
    ],
  };
}

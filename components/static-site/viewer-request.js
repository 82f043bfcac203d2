import cf from "cloudfront";

// This runs at every request, in CloudFront's own runtime: not in Node. What that runtime knows:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
// StaticSite writes its own settings in place of these.
const settings = { key: "live", paths: "folders", hosts: [], immutableFolders: [] };

const store = cf.kvs();

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
async function handler(event) {
  const request = event.request;
  const path = cleanPath(request.uri);
  if (path === "") return { statusCode: 400, statusDescription: "Bad Request" };
  const host = request.headers.host ? request.headers.host.value : "";
  const canonical = canonicalHost(host);
  if (canonical !== host) return redirect(301, `https://${canonical}${path}${query(request)}`);
  if (isFolderWithoutSlash(path)) return redirect(302, `https://${host}${path}/${query(request)}`);
  if (isImmutable(path)) {
    request.uri = `/immutable${path}`;
    return request;
  }
  try {
    const release = await store.get(settings.key);
    request.uri = `/releases/${release}${fileOf(path)}`;
    return request;
  } catch (_) {
    // Before the first release is there, and never after.
    return { statusCode: 503, statusDescription: "Service Unavailable" };
  }
}

/**
 * The path with single slashes, still encoded; nothing for one that is malformed or climbs. S3 decodes what it gets, so
 * what counts is the decoded path.
 */
function cleanPath(uri) {
  let decoded = "";
  try {
    decoded = decodeURIComponent(uri);
  } catch (_) {
    return "";
  }
  if (/[^ -~\u00a0-\uffff]|\\/.test(decoded)) return "";
  if (/(^|\/)\.\.?(\/|$)/.test(decoded)) return "";
  return `/${uri}`.replace(/\/+/g, "/");
}

/** The host that a host leads to, or itself. */
function canonicalHost(host) {
  for (let at = 0; at < settings.hosts.length; at += 1) {
    if (settings.hosts[at].from === host) return settings.hosts[at].to;
  }
  return host;
}

/** A page's path has no extension; below .well-known others say what files are called. */
function isPage(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.indexOf(".") < 0 && path.indexOf("/.well-known/") !== 0;
}

/** The relative links of a page in a folder lead astray without the slash. */
function isFolderWithoutSlash(path) {
  return settings.paths === "folders" && isPage(path) && path[path.length - 1] !== "/";
}

/** What all releases share: a page that is open while the release changes still finds what it was built with. */
function isImmutable(path) {
  const decoded = decodeURIComponent(path);
  if (isPage(path) || /\.html?$/.test(decoded)) return false;
  for (let at = 0; at < settings.immutableFolders.length; at += 1) {
    if (decoded.indexOf(`/${settings.immutableFolders[at]}/`) === 0) return true;
  }
  const parts = decoded.slice(decoded.lastIndexOf("/") + 1).split(/[.-]/);
  for (let at = 0; at < parts.length - 1; at += 1) {
    if (/^(?=.*\d)(?=.*[a-f])[\da-f]{8,}$/.test(parts[at])) return true;
  }
  return false;
}

function fileOf(path) {
  if (!isPage(path)) return path;
  if (settings.paths === "singlePage") return "/index.html";
  if (path[path.length - 1] === "/") return `${path}index.html`;
  return `${path}.html`;
}

function redirect(statusCode, location) {
  return {
    statusCode: statusCode,
    statusDescription: statusCode === 301 ? "Moved Permanently" : "Found",
    headers: { location: { value: location }, "cache-control": { value: "max-age=3600" } },
  };
}

/** The query as it came: the values are still encoded. */
function query(request) {
  const pairs = [];
  const keys = Object.keys(request.querystring);
  for (let at = 0; at < keys.length; at += 1) {
    const given = request.querystring[keys[at]];
    const values = given.multiValue ? given.multiValue : [given];
    for (let index = 0; index < values.length; index += 1) {
      pairs.push(values[index].value === "" ? keys[at] : `${keys[at]}=${values[index].value}`);
    }
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

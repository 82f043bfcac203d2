/** True for a text in the form of a region's name: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(text);
}

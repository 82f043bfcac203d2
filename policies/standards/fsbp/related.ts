import type { Related } from "../standard";

/** NIST's controls that AWS prints again and again. */
const open = "AC-21 AC-3 AC-3(7) AC-4 AC-4(21) AC-6 SC-7 SC-7(11) SC-7(16) SC-7(20) SC-7(21) SC-7(3) SC-7(4) SC-7(9)";
const privateEndpoint = open.replace(" SC-7(9)", "");
const openPorts = "AC-4 AC-4(21) SC-7 SC-7(11) SC-7(16) SC-7(21) SC-7(4) SC-7(5)";
const atRest = "CA-9(1) CM-3(6) SC-13 SC-28 SC-28(1) SC-7(10) SI-7(6)";
const inTransit = "AC-17(2) AC-4 IA-5(1) SC-12(3) SC-13 SC-23 SC-23(3) SC-7(4) SC-8 SC-8(1) SC-8(2) SI-7(6)";
const logs = "AC-4(26) AU-10 AU-12 AU-2 AU-3 AU-6(3) AU-6(4) CA-7 SC-7(9) SI-7(8)";
const accessLogs =
  "AC-2(4) AC-4(26) AC-6(9) AU-10 AU-12 AU-2 AU-3 AU-6(3) AU-6(4) CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)";
const firewallLogs = "AC-4(26) AU-10 AU-12 AU-2 AU-3 AU-6(3) AU-6(4) CA-7 SC-7(10) SC-7(9) SI-7(8)";
const zones = "CP-10 CP-6(2) SC-36 SC-5(2) SI-13(5)";
const groupZones = "CP-10 CP-2(2) CP-6(2) SC-36 SC-5(2) SI-13(5)";
const backups = "CP-10 CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-12 SI-13(5)";
const lifecycle = "CP-10 CP-6(2) CP-9 SC-5(2) SI-13(5)";
const configuration = "CA-9(1) CM-2";
const launch = "CA-9(1) CM-2 CM-2(2)";
const protection = "CA-9(1) CM-2 CM-2(2) CM-3 SC-5(2)";
const desync = "AC-4(21) CA-9(1) CM-2";
const privileges = "AC-2(1) AC-3 AC-3(15) AC-3(7) AC-5 AC-6";
const grants = "AC-2 AC-2(1) AC-3 AC-3(15) AC-3(7) AC-5 AC-6 AC-6(10) AC-6(2) AC-6(3)";
const decryption = "AC-2 AC-2(1) AC-3 AC-3(15) AC-3(7) AC-5 AC-6 AC-6(3)";
const patches = "SI-2 SI-2(2) SI-2(4) SI-2(5)";
const secrets = "AC-2(1) AC-3(15)";

/** By id: controls of NIST SP 800-53 revision 5, then requirements of PCI DSS v4.0.1; empty where AWS relates to none. */
const printed: Readonly<Record<string, readonly [nist: string, pci?: string]>> = {
  "ACM.1": ["SC-28(3) SC-7(16)", "4.2.1"],
  "ACM.2": ["", "4.2.1"],
  "APIGateway.1": [logs],
  "APIGateway.2": [inTransit],
  "APIGateway.3": ["CA-7"],
  "APIGateway.4": ["AC-4(21)"],
  "APIGateway.5": [atRest],
  "APIGateway.8": ["AC-3 CM-2 CM-2(2)"],
  "APIGateway.9": [logs, "10.4.2"],
  "AutoScaling.1": ["CA-7 CP-2(2) SI-2"],
  "AutoScaling.2": [groupZones],
  "AutoScaling.3": ["AC-3 AC-3(15) AC-3(7) AC-6 CA-9(1) CM-2", "2.2.6"],
  "AutoScaling.4": [launch],
  "AutoScaling.5": [open, "1.4.4"],
  "AutoScaling.6": [groupZones],
  "AutoScaling.9": [launch],
  "Backup.1": ["CP-9(8) SI-12"],
  "CloudFront.1": ["SC-7(11) SC-7(16)", "2.2.6"],
  "CloudFront.3": [inTransit, "4.2.1"],
  "CloudFront.4": ["CP-10 SC-36 SC-5(2) SI-13(5)"],
  "CloudFront.5": [accessLogs, "10.4.2"],
  "CloudFront.6": ["AC-4(21)", "6.4.2"],
  "CloudFront.7": [inTransit],
  "CloudFront.8": [configuration],
  "CloudFront.9": [inTransit, "4.2.1"],
  "CloudFront.10": [inTransit.replace(" SC-23(3)", ""), "4.2.1"],
  "CloudFront.12": ["CM-2 CM-2(2)", "2.2.6"],
  "CloudFront.13": [""],
  "CloudFront.15": [""],
  "EC2.1": [open],
  "EC2.2": [openPorts],
  "EC2.3": [atRest],
  "EC2.6": ["AC-4(26) AU-12 AU-2 AU-3 AU-6(3) AU-6(4) CA-7 SI-7(8)"],
  "EC2.7": [atRest],
  "EC2.8": ["AC-3 AC-3(15) AC-3(7) AC-6", "2.2.6"],
  "EC2.9": [open],
  "EC2.12": ["CM-8(1)"],
  "EC2.13": ["AC-4 AC-4(21) CM-7 SC-7 SC-7(11) SC-7(16) SC-7(21) SC-7(4) SC-7(5)", "1.3.1"],
  "EC2.14": ["", "1.3.1"],
  "EC2.15": [open, "1.4.4"],
  "EC2.16": ["CM-8(1)", "1.2.7"],
  "EC2.17": ["AC-4(21)"],
  "EC2.18": [openPorts],
  "EC2.19": ["AC-4 AC-4(21) CA-9(1) CM-2 CM-2(2) CM-7 SC-7 SC-7(11) SC-7(16) SC-7(21) SC-7(4) SC-7(5)"],
  "EC2.21": ["AC-4(21) CA-9(1) CM-2 CM-2(2) CM-7 SC-7 SC-7(21) SC-7(5)", "1.3.1"],
  "EC2.23": [desync],
  "EC2.24": ["CM-2 CM-2(2)"],
  "EC2.25": [open, "1.4.4"],
  "EC2.28": [backups],
  "EC2.55": [privateEndpoint],
  "EC2.56": [privateEndpoint],
  "EC2.57": [privateEndpoint],
  "EC2.170": ["", "2.2.6"],
  "EC2.172": [""],
  "EC2.173": [""],
  "EC2.180": [""],
  "EC2.181": [""],
  "EC2.182": [""],
  "ECR.1": ["RA-5", "6.2.3 6.2.4"],
  "ECR.2": ["CA-9(1) CM-2 CM-8(1)"],
  "ECR.3": [launch],
  "ECS.2": [open, "1.4.4"],
  "ECS.3": [configuration],
  "ECS.4": [privileges],
  "ECS.5": [privileges],
  "ECS.8": [configuration, "8.6.2"],
  "ECS.9": [logs],
  "ECS.10": [patches, "6.3.3"],
  "ECS.12": ["AU-6(3) AU-6(4) CA-7 SI-2"],
  "ECS.16": ["", "1.4.4"],
  "ECS.17": [privileges],
  "ECS.18": [""],
  "ECS.19": [""],
  "ECS.20": [""],
  "EFS.1": [atRest],
  "EFS.2": [backups],
  "EFS.3": ["AC-6(10)"],
  "EFS.4": ["AC-6(2)", "7.3.1"],
  "EFS.6": [""],
  "EFS.7": [""],
  "EFS.8": [""],
  "ElasticBeanstalk.1": ["CA-7 SI-2"],
  "ElasticBeanstalk.2": [patches, "6.3.3"],
  "ElasticBeanstalk.3": ["", "10.4.2"],
  "ELB.1": [inTransit],
  "ELB.2": [inTransit.replace("SC-23(3)", "SC-23(5)")],
  "ELB.3": [inTransit, "4.2.1"],
  "ELB.4": ["SC-7(4) SC-8(2)", "6.2.4"],
  "ELB.5": [logs],
  "ELB.6": [protection],
  "ELB.7": [configuration],
  "ELB.9": [zones],
  "ELB.10": [zones],
  "ELB.12": [desync, "6.2.4"],
  "ELB.13": [zones],
  "ELB.14": [desync, "6.2.4"],
  "ELB.16": ["AC-4(21)"],
  "ELB.17": [inTransit],
  "ELB.18": [""],
  "IAM.1": [grants],
  "IAM.2": ["AC-2 AC-2(1) AC-3 AC-3(15) AC-3(7) AC-6 AC-6(3)"],
  "IAM.3": ["AC-2(1) AC-2(3) AC-3(15)", "8.3.9 8.6.3"],
  "IAM.5": ["AC-2(1) AC-3(15) IA-2(1) IA-2(2) IA-2(6) IA-2(8)", "8.4.2"],
  "IAM.7": ["AC-2(1) AC-2(3) AC-3(15) IA-5(1)", "8.3.6 8.3.7 8.3.9 8.3.10.1 8.6.3"],
  "IAM.21": [grants],
  "KMS.1": [decryption],
  "KMS.2": [decryption],
  "KMS.3": ["SC-12 SC-12(2)"],
  "KMS.4": ["SC-12 SC-12(2) SC-28(3)", "3.7.4"],
  "KMS.5": [""],
  "Lambda.1": [open, "7.2.1"],
  "Lambda.2": [`${configuration} ${patches}`, "12.3.4"],
  "Lambda.3": [open],
  "Lambda.5": [zones],
  "Lambda.7": ["CA-7"],
  "RDS.1": [open],
  "RDS.2": [openPorts, "1.4.4"],
  "RDS.3": [atRest],
  "RDS.5": [zones],
  "RDS.7": ["CM-3 SC-5(2)"],
  "RDS.8": ["CM-3 SC-5(2) SI-13(5)"],
  "RDS.11": [backups],
  "RDS.15": [zones],
  "RDS.27": [atRest],
  "Route53.2": [accessLogs, "10.4.2"],
  "S3.1": [open, "1.4.4"],
  "S3.2": [open],
  "S3.3": [open],
  "S3.5": [inTransit, "4.2.1"],
  "S3.6": [configuration],
  "S3.7": ["AU-9(2) CP-10 CP-6 CP-6(1) CP-6(2) CP-9 SC-36(2) SC-5(2) SI-13(5)"],
  "S3.8": [open, "1.4.4"],
  "S3.9": [accessLogs, "10.2.1"],
  "S3.10": [lifecycle],
  "S3.11": ["CA-7 SI-3(8) SI-4 SI-4(4)"],
  "S3.12": ["AC-2(1) AC-3 AC-3(15) AC-3(7) AC-6"],
  "S3.13": [lifecycle],
  "S3.14": [`AU-9(2) ${backups}`],
  "S3.15": ["CP-6(2)", "10.5.1"],
  "S3.17": ["SC-12(2) CM-3(6) SC-13 SC-28 SC-28(1) SC-7(10) CA-9(1) SI-7(6) AU-9", "3.5.1"],
  "S3.19": [open, "1.4.4"],
  "S3.20": [protection],
  "S3.24": ["", "1.4.4"],
  "S3.25": [""],
  "SecretsManager.1": [secrets, "8.3.9 8.6.3"],
  "SecretsManager.4": [secrets, "8.3.9 8.6.3"],
  "SNS.1": [atRest],
  "SNS.2": ["AU-12 AU-2"],
  "SNS.4": [""],
  "SSM.1": ["CA-9(1) CM-2 CM-2(2) CM-8 CM-8(1) CM-8(2) CM-8(3) SA-15(2) SA-15(8) SA-3 SI-2(3)"],
  "SSM.4": [open],
  "WAF.1": [logs, "10.4.2"],
  "WAF.4": [configuration],
  "WAF.8": ["AC-4(21) SC-7 SC-7(11) SC-7(16) SC-7(21)"],
  "WAF.10": [configuration],
  "WAF.11": [firewallLogs, "10.4.2"],
  "WAF.12": [firewallLogs],
};

/**
 * The requirements that AWS prints on the page of each control as related, of those that rules decide and whose page
 * was found. The pages are those that `url` of each control names; copies of them were read on 2026-11-26.
 */
export const related: Readonly<Record<string, Related>> = Object.fromEntries(
  Object.entries(printed).map(([id, [nist, pci = ""]]) => [id, { nist: words(nist), pci: words(pci) }]),
);

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** Stand-ins of patch baselines and maintenance windows. */
export const patching: Readonly<Record<string, Maker>> = {
  "aws:ssm/patchBaseline:PatchBaseline": ({ hex, arn, named }) => {
    const id = `pb-${hex(17)}`;
    return { id, arn: arn("ssm", `patchbaseline/${id}`), name: named() };
  },
  "aws:ssm/patchGroup:PatchGroup": ({ inputs }) => ({ id: `${text(inputs.patchGroup)},${text(inputs.baselineId)}` }),
  "aws:ssm/maintenanceWindow:MaintenanceWindow": ({ hex, named }) => ({ id: `mw-${hex(17)}`, name: named() }),
  "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget": ({ hex }) => ({ id: markedUuid(hex(64)) }),
  "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask": ({ inputs, hex, arn }) => {
    const id = markedUuid(hex(64));
    return { id, windowTaskId: id, arn: arn("ssm", `windowtask/${text(inputs.windowId)}/${id}`) };
  },
};

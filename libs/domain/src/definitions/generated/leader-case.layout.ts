// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const leaderCaseLayout: ChartLayout = {
  width: 627,
  height: 524,
  nodes: [
    {"state":"registered","x":228,"y":12,"width":132,"height":44},
    {"state":"leading","x":315,"y":174,"width":132,"height":44},
    {"state":"concluded","x":359,"y":321,"width":132,"height":44},
    {"state":"released","x":191,"y":321,"width":132,"height":44},
    {"state":"archived","x":213,"y":468,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"released","commands":["RELEASE_LEADER"],"points":[[272,56],[272,76],[217,76],[217,287],[257,287],[257,321]],"label":[217,189]},
    {"from":"registered","to":"leading","commands":["TAKE_CHARGE"],"points":[[316,56],[316,76],[403,76],[403,174]],"label":[403,108]},
    {"from":"leading","to":"registered","commands":["CHANGE_LEADER","REGRADE"],"points":[[359,174],[359,140],[294,140],[294,56]],"label":[294,100]},
    {"from":"leading","to":"released","commands":["RELEASE_LEADER"],"points":[[359,218],[359,228],[301,228],[301,287],[290,287],[290,321]],"label":[301,262]},
    {"from":"leading","to":"concluded","commands":["CONCLUDE_LEADER_CASE"],"points":[[403,218],[403,321]],"label":[403,262]},
    {"from":"concluded","to":"registered","commands":["NAME_LEADER"],"points":[[447,321],[447,287],[549,287],[549,66],[338,66],[338,56]],"label":[549,189]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[425,365],[425,434],[301,434],[301,468]],"label":[425,409]},
    {"from":"released","to":"registered","commands":["NAME_LEADER"],"points":[[224,321],[224,297],[78,297],[78,66],[250,66],[250,56]],"label":[78,189]},
    {"from":"released","to":"archived","commands":["ARCHIVE"],"points":[[257,365],[257,468]],"label":[257,409]},
  ],
};

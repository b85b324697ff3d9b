// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const jointMeetingLayout: ChartLayout = {
  width: 362,
  height: 656,
  nodes: [
    {"state":"registered","x":200,"y":12,"width":132,"height":44},
    {"state":"convened","x":57,"y":159,"width":132,"height":44},
    {"state":"held","x":15,"y":306,"width":132,"height":44},
    {"state":"cancelled","x":183,"y":306,"width":132,"height":44},
    {"state":"concluded","x":15,"y":453,"width":132,"height":44},
    {"state":"archived","x":37,"y":600,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"cancelled","commands":["CANCEL_MEETING"],"points":[[288,56],[288,272],[271,272],[271,306]],"label":[288,174]},
    {"from":"registered","to":"convened","commands":["CONVENE"],"points":[[244,56],[244,66],[123,66],[123,159]],"label":[123,100]},
    {"from":"convened","to":"cancelled","commands":["CANCEL_MEETING"],"points":[[145,203],[145,213],[216,213],[216,272],[227,272],[227,306]],"label":[216,247]},
    {"from":"convened","to":"held","commands":["RECORD_MEETING"],"points":[[101,203],[101,213],[81,213],[81,306]],"label":[81,247]},
    {"from":"held","to":"concluded","commands":["CLOSE_MEETING"],"points":[[81,350],[81,453]],"label":[81,394]},
    {"from":"cancelled","to":"archived","commands":["ARCHIVE"],"points":[[249,350],[249,360],[210,360],[210,566],[125,566],[125,600]],"label":[210,468]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[81,497],[81,600]],"label":[81,541]},
  ],
};

// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const guided2Layout: ChartLayout = {
  width: 1109,
  height: 686,
  nodes: [
    {"state":"registered","x":410,"y":12,"width":132,"height":44},
    {"state":"routed","x":410,"y":174,"width":132,"height":44},
    {"state":"objected","x":315,"y":336,"width":132,"height":44},
    {"state":"guided","x":879,"y":336,"width":132,"height":44},
    {"state":"withdrawn","x":543,"y":483,"width":132,"height":44},
    {"state":"merged","x":139,"y":483,"width":132,"height":44},
    {"state":"archived","x":543,"y":630,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"withdrawn","commands":["WITHDRAW"],"points":[[493,56],[493,86],[659,86],[659,302],[694,302],[694,449],[637,449],[637,483]],"label":[659,270]},
    {"from":"registered","to":"merged","commands":["MERGE"],"points":[[427,56],[427,66],[32,66],[32,469],[158,469],[158,483]],"label":[32,270]},
    {"from":"registered","to":"routed","commands":["FORWARD","ASSIGN"],"points":[[476,56],[476,174]],"label":[476,100]},
    {"from":"registered","to":"guided","commands":["GUIDE"],"points":[[526,56],[526,66],[1015,66],[1015,302],[967,302],[967,336]],"label":[1015,189]},
    {"from":"routed","to":"withdrawn","commands":["WITHDRAW"],"points":[[493,218],[493,248],[513,248],[513,390],[600,390],[600,483]],"label":[513,351]},
    {"from":"routed","to":"merged","commands":["MERGE"],"points":[[427,218],[427,228],[176,228],[176,302],[145,302],[145,449],[196,449],[196,483]],"label":[145,351]},
    {"from":"routed","to":"guided","commands":["GUIDE"],"points":[[526,218],[526,228],[923,228],[923,336]],"label":[923,270]},
    {"from":"routed","to":"objected","commands":["OBJECT"],"points":[[476,218],[476,302],[414,302],[414,336]],"label":[476,270]},
    {"from":"objected","to":"withdrawn","commands":["WITHDRAW"],"points":[[421,380],[421,400],[561,400],[561,449],[581,449],[581,483]],"label":[561,424]},
    {"from":"objected","to":"merged","commands":["MERGE"],"points":[[368,380],[368,390],[360,390],[360,459],[252,459],[252,483]],"label":[360,424]},
    {"from":"objected","to":"registered","commands":["AGREE_RETURN"],"points":[[348,336],[348,302],[296,302],[296,86],[460,86],[460,56]],"label":[296,189]},
    {"from":"objected","to":"routed","commands":["AGREE_RETURN","REJECT_RETURN"],"points":[[381,336],[381,302],[373,302],[373,248],[460,248],[460,218]],"label":[373,262]},
    {"from":"guided","to":"archived","commands":["ARCHIVE"],"points":[[945,380],[945,390],[775,390],[775,596],[642,596],[642,630]],"label":[775,498]},
    {"from":"withdrawn","to":"archived","commands":["ARCHIVE"],"points":[[609,527],[609,630]],"label":[609,571]},
    {"from":"withdrawn","to":"registered","commands":["UNDO_WITHDRAW"],"points":[[656,483],[656,459],[764,459],[764,76],[509,76],[509,56]],"label":[764,270]},
    {"from":"withdrawn","to":"routed","commands":["UNDO_WITHDRAW"],"points":[[618,483],[618,238],[509,238],[509,218]],"label":[618,351]},
    {"from":"withdrawn","to":"objected","commands":["UNDO_WITHDRAW"],"points":[[562,483],[562,459],[455,459],[455,410],[394,410],[394,380]],"label":[455,424]},
    {"from":"merged","to":"archived","commands":["ARCHIVE"],"points":[[205,527],[205,596],[576,596],[576,630]],"label":[205,571]},
    {"from":"merged","to":"registered","commands":["UNMERGE"],"points":[[177,483],[177,459],[114,459],[114,76],[443,76],[443,56]],"label":[114,270]},
    {"from":"merged","to":"routed","commands":["UNMERGE"],"points":[[214,483],[214,390],[227,390],[227,238],[443,238],[443,218]],"label":[227,351]},
    {"from":"merged","to":"objected","commands":["UNMERGE"],"points":[[233,483],[233,449],[278,449],[278,390],[341,390],[341,380]],"label":[278,424]},
  ],
};

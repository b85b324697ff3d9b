// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const guidedLayout: ChartLayout = {
  width: 1269,
  height: 697,
  nodes: [
    {"state":"registered","x":486,"y":159,"width":132,"height":44},
    {"state":"routed","x":883,"y":321,"width":132,"height":44},
    {"state":"objected","x":220,"y":12,"width":132,"height":44},
    {"state":"guided","x":654,"y":494,"width":132,"height":44},
    {"state":"withdrawn","x":296,"y":494,"width":132,"height":44},
    {"state":"merged","x":486,"y":494,"width":132,"height":44},
    {"state":"archived","x":486,"y":641,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"withdrawn","commands":["WITHDRAW"],"points":[[505,203],[505,213],[399,213],[399,287],[353,287],[353,494]],"label":[292,336]},
    {"from":"registered","to":"merged","commands":["MERGE"],"points":[[543,203],[543,213],[550,213],[550,464],[543,464],[543,494]],"label":[509,336]},
    {"from":"registered","to":"routed","commands":["FORWARD","ASSIGN"],"points":[[580,203],[580,223],[835,223],[835,307],[916,307],[916,321]],"label":[780,247]},
    {"from":"registered","to":"guided","commands":["GUIDE"],"points":[[599,203],[599,213],[846,213],[846,375],[691,375],[691,484],[698,484],[698,494]],"label":[679,336]},
    {"from":"routed","to":"withdrawn","commands":["WITHDRAW"],"points":[[905,365],[905,385],[763,385],[763,444],[390,444],[390,494]],"label":[702,409]},
    {"from":"routed","to":"merged","commands":["MERGE"],"points":[[949,365],[949,375],[960,375],[960,464],[580,464],[580,494]],"label":[919,409]},
    {"from":"routed","to":"guided","commands":["GUIDE"],"points":[[993,365],[993,375],[1256,375],[1256,484],[742,484],[742,494]],"label":[1089,409]},
    {"from":"routed","to":"objected","commands":["OBJECT"],"points":[[949,321],[949,297],[857,297],[857,76],[319,76],[319,56]],"label":[801,174]},
    {"from":"objected","to":"withdrawn","commands":["WITHDRAW"],"points":[[237,56],[237,66],[73,66],[73,484],[315,484],[315,494]],"label":[12,255]},
    {"from":"objected","to":"merged","commands":["MERGE"],"points":[[270,56],[270,464],[505,464],[505,494]],"label":[229,255]},
    {"from":"objected","to":"registered","commands":["AGREE_RETURN"],"points":[[303,56],[303,86],[552,86],[552,159]],"label":[418,100]},
    {"from":"objected","to":"routed","commands":["AGREE_RETURN","REJECT_RETURN"],"points":[[336,56],[336,66],[868,66],[868,287],[982,287],[982,321]],"label":[871,166]},
    {"from":"guided","to":"archived","commands":["ARCHIVE"],"points":[[720,538],[720,607],[585,607],[585,641]],"label":[665,582]},
    {"from":"withdrawn","to":"archived","commands":["ARCHIVE"],"points":[[362,538],[362,607],[519,607],[519,641]],"label":[307,582]},
    {"from":"withdrawn","to":"registered","commands":["UNDO_WITHDRAW"],"points":[[371,494],[371,474],[364,474],[364,297],[410,297],[410,223],[524,223],[524,203]],"label":[367,336]},
    {"from":"withdrawn","to":"routed","commands":["UNDO_WITHDRAW"],"points":[[409,494],[409,454],[774,454],[774,395],[927,395],[927,365]],"label":[777,409]},
    {"from":"withdrawn","to":"objected","commands":["UNDO_WITHDRAW"],"points":[[334,494],[334,474],[84,474],[84,76],[253,76],[253,56]],"label":[87,255]},
    {"from":"merged","to":"archived","commands":["ARCHIVE"],"points":[[552,538],[552,641]],"label":[497,582]},
    {"from":"merged","to":"registered","commands":["UNMERGE"],"points":[[561,494],[561,203]],"label":[564,336]},
    {"from":"merged","to":"routed","commands":["UNMERGE"],"points":[[599,494],[599,474],[971,474],[971,365]],"label":[974,409]},
    {"from":"merged","to":"objected","commands":["UNMERGE"],"points":[[524,494],[524,434],[281,434],[281,66],[286,66],[286,56]],"label":[284,255]},
  ],
};

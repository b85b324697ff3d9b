// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const rectificationLayout: ChartLayout = {
  width: 532,
  height: 656,
  nodes: [
    {"state":"rectifying","x":290,"y":12,"width":132,"height":44},
    {"state":"rectified","x":214,"y":159,"width":132,"height":44},
    {"state":"rectification-checked","x":168,"y":306,"width":132,"height":44},
    {"state":"result-published","x":207,"y":453,"width":132,"height":44},
    {"state":"result-kept","x":39,"y":453,"width":132,"height":44},
    {"state":"rectification-withdrawn","x":336,"y":306,"width":132,"height":44},
    {"state":"archived","x":207,"y":600,"width":132,"height":44},
  ],
  edges: [
    {"from":"rectifying","to":"rectification-withdrawn","commands":["WITHDRAW_RECTIFICATION"],"points":[[389,56],[389,66],[451,66],[451,272],[424,272],[424,306]],"label":[451,174]},
    {"from":"rectifying","to":"rectified","commands":["REPORT_RECTIFICATION"],"points":[[356,56],[356,125],[302,125],[302,159]],"label":[356,100]},
    {"from":"rectified","to":"rectification-withdrawn","commands":["WITHDRAW_RECTIFICATION"],"points":[[302,203],[302,213],[372,213],[372,272],[380,272],[380,306]],"label":[372,247]},
    {"from":"rectified","to":"rectification-checked","commands":["CHECK_RECTIFICATION"],"points":[[258,203],[258,213],[234,213],[234,306]],"label":[234,247]},
    {"from":"rectified","to":"rectifying","commands":["CHECK_RECTIFICATION"],"points":[[258,159],[258,125],[201,125],[201,66],[323,66],[323,56]],"label":[201,100]},
    {"from":"rectification-checked","to":"result-published","commands":["PUBLISH_RESULT"],"points":[[256,350],[256,360],[273,360],[273,453]],"label":[273,394]},
    {"from":"rectification-checked","to":"result-kept","commands":["KEEP_UNPUBLISHED"],"points":[[212,350],[212,360],[105,360],[105,453]],"label":[105,394]},
    {"from":"result-published","to":"archived","commands":["ARCHIVE"],"points":[[273,497],[273,600]],"label":[273,541]},
    {"from":"result-kept","to":"archived","commands":["ARCHIVE"],"points":[[105,497],[105,566],[240,566],[240,600]],"label":[105,541]},
    {"from":"rectification-withdrawn","to":"archived","commands":["ARCHIVE"],"points":[[402,350],[402,566],[306,566],[306,600]],"label":[402,468]},
  ],
};

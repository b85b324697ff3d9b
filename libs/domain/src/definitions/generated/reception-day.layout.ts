// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const receptionDayLayout: ChartLayout = {
  width: 668,
  height: 656,
  nodes: [
    {"state":"registered","x":303,"y":12,"width":132,"height":44},
    {"state":"scheduled","x":303,"y":159,"width":132,"height":44},
    {"state":"announced","x":220,"y":306,"width":132,"height":44},
    {"state":"relieved","x":408,"y":453,"width":132,"height":44},
    {"state":"archived","x":408,"y":600,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"relieved","commands":["END_RECEPTION"],"points":[[402,56],[402,66],[571,66],[571,419],[507,419],[507,453]],"label":[571,247]},
    {"from":"registered","to":"scheduled","commands":["SCHEDULE_RECEPTION"],"points":[[369,56],[369,159]],"label":[369,100]},
    {"from":"scheduled","to":"relieved","commands":["END_RECEPTION"],"points":[[402,203],[402,213],[474,213],[474,453]],"label":[474,321]},
    {"from":"scheduled","to":"announced","commands":["PUBLISH_RECEPTION"],"points":[[369,203],[369,272],[319,272],[319,306]],"label":[369,247]},
    {"from":"announced","to":"relieved","commands":["END_RECEPTION"],"points":[[286,350],[286,419],[441,419],[441,453]],"label":[286,394]},
    {"from":"announced","to":"scheduled","commands":["MOVE_RECEPTION"],"points":[[286,306],[286,272],[178,272],[178,213],[336,213],[336,203]],"label":[178,247]},
    {"from":"announced","to":"registered","commands":["RECORD_RECEPTION"],"points":[[253,306],[253,282],[81,282],[81,66],[336,66],[336,56]],"label":[81,174]},
    {"from":"relieved","to":"archived","commands":["ARCHIVE"],"points":[[474,497],[474,600]],"label":[474,541]},
  ],
};

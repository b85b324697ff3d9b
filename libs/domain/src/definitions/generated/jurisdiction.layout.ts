// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const jurisdictionLayout: ChartLayout = {
  width: 591,
  height: 509,
  nodes: [
    {"state":"registered","x":273,"y":12,"width":132,"height":44},
    {"state":"with-superior","x":273,"y":159,"width":132,"height":44},
    {"state":"with-meeting","x":52,"y":159,"width":132,"height":44},
    {"state":"ruled","x":273,"y":306,"width":132,"height":44},
    {"state":"archived","x":273,"y":453,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"ruled","commands":["STATE_POSITION"],"points":[[372,56],[372,66],[510,66],[510,272],[372,272],[372,306]],"label":[510,174]},
    {"from":"registered","to":"with-superior","commands":["TAKE_UP_DISPUTE"],"points":[[339,56],[339,159]],"label":[339,100]},
    {"from":"registered","to":"with-meeting","commands":["TAKE_UP_DISPUTE"],"points":[[306,56],[306,66],[118,66],[118,159]],"label":[118,100]},
    {"from":"with-superior","to":"ruled","commands":["RULE_JURISDICTION"],"points":[[339,203],[339,306]],"label":[339,247]},
    {"from":"with-meeting","to":"ruled","commands":["ADOPT_RESOLUTION"],"points":[[118,203],[118,272],[306,272],[306,306]],"label":[118,247]},
    {"from":"ruled","to":"archived","commands":["ARCHIVE"],"points":[[339,350],[339,453]],"label":[339,394]},
  ],
};

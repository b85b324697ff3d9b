// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const suggestionLetterLayout: ChartLayout = {
  width: 871,
  height: 803,
  nodes: [
    {"state":"issued","x":264,"y":12,"width":132,"height":44},
    {"state":"letter-received","x":251,"y":159,"width":132,"height":44},
    {"state":"adopted","x":454,"y":306,"width":132,"height":44},
    {"state":"put-into-effect","x":454,"y":453,"width":132,"height":44},
    {"state":"declined","x":286,"y":306,"width":132,"height":44},
    {"state":"letter-concluded","x":308,"y":600,"width":132,"height":44},
    {"state":"letter-withdrawn","x":67,"y":306,"width":132,"height":44},
    {"state":"archived","x":231,"y":747,"width":132,"height":44},
  ],
  edges: [
    {"from":"issued","to":"letter-withdrawn","commands":["WITHDRAW_LETTER"],"points":[[290,56],[290,66],[78,66],[78,272],[111,272],[111,306]],"label":[78,174]},
    {"from":"issued","to":"declined","commands":["ANSWER_LETTER"],"points":[[343,56],[343,76],[593,76],[593,272],[374,272],[374,306]],"label":[593,174]},
    {"from":"issued","to":"adopted","commands":["ANSWER_LETTER"],"points":[[370,56],[370,66],[774,66],[774,282],[542,282],[542,306]],"label":[774,174]},
    {"from":"issued","to":"letter-received","commands":["CONFIRM_LETTER"],"points":[[317,56],[317,159]],"label":[317,100]},
    {"from":"letter-received","to":"letter-withdrawn","commands":["WITHDRAW_LETTER"],"points":[[284,203],[284,213],[155,213],[155,306]],"label":[155,247]},
    {"from":"letter-received","to":"declined","commands":["ANSWER_LETTER"],"points":[[317,203],[317,272],[330,272],[330,306]],"label":[317,247]},
    {"from":"letter-received","to":"adopted","commands":["ANSWER_LETTER"],"points":[[350,203],[350,213],[498,213],[498,306]],"label":[498,247]},
    {"from":"adopted","to":"put-into-effect","commands":["REPORT_ADOPTION"],"points":[[520,350],[520,453]],"label":[520,394]},
    {"from":"put-into-effect","to":"letter-concluded","commands":["CONCLUDE_LETTER"],"points":[[520,497],[520,566],[396,566],[396,600]],"label":[520,541]},
    {"from":"declined","to":"letter-concluded","commands":["CONCLUDE_LETTER"],"points":[[352,350],[352,600]],"label":[352,468]},
    {"from":"letter-concluded","to":"archived","commands":["ARCHIVE"],"points":[[374,644],[374,654],[319,654],[319,747]],"label":[319,688]},
    {"from":"letter-withdrawn","to":"archived","commands":["ARCHIVE"],"points":[[133,350],[133,360],[275,360],[275,747]],"label":[275,541]},
  ],
};

import { w } from './word-pair.ts';

/** The vocabularies of leaders' responsibility and of the registers. */
export const LEADER_WORDS = {
  leaderCaseKind: { single: w('一般包案', 'single case'), backlog: w('信访积案（四级组长）', 'backlog, a lead at each of four levels') },
  grade: { major: w('大案件', 'major'), ordinary: w('一般案件', 'ordinary'), minor: w('小案件', 'minor') },
  leaderRank: {
    principal: w('党政主要领导', 'head of party or government'),
    deputy: w('班子成员', 'member of the leadership'),
    department: w('部门或基层负责人', 'head of a department or a grassroots body'),
  },
  duty: {
    'know-facts': w('掌握情况', 'know the facts'),
    solve: w('解决问题', 'solve the problem'),
    'act-lawfully': w('依法处理', 'act lawfully'),
    explain: w('解释说明', 'explain'),
    reply: w('答复', 'reply'),
    'return-visit': w('回访', 'return visit'),
  },
  leaderResult: { solved: w('已解决', 'solved'), explained: w('未能解决，已解释', 'not solved, explained') },
  level: {
    village: w('村（社区）级', 'village'),
    township: w('乡镇（街道）级', 'township'),
    county: w('县（市、区）级', 'county'),
    city: w('市级', 'city'),
    province: w('省级', 'province'),
  },
  teamLevel: {
    village: w('村（社区）级', 'village'),
    township: w('乡镇（街道）级', 'township'),
    county: w('县（市、区）级', 'county'),
    city: w('市级', 'city'),
  },
  helperRegister: {
    'village-mediator': w('湾村明白人', 'village mediator'),
    'legal-adviser': w('村（社区）法律顾问', 'legal adviser of the village'),
    'legal-aid': w('法律援助机构', 'legal-aid organisation'),
  },
  villageRole: { mediator: w('调解员', 'mediator'), publicist: w('宣传员', 'legal publicist') },
} as const;

import type { Category } from '../case/directory.ts';
import { CASE_CLASSES, PROCEDURES, ROUTES } from '../case/vocabulary.ts';
import { CLASS_KEYWORDS, ROUTE_KEYWORDS } from './keywords.ts';
import { settleProcedure } from './settle-procedure.ts';
import { suggestClass, suggestRoute } from './suggest-by-keywords.ts';
import { categorySuggester } from './suggest-categories.ts';
import { CATEGORY_SYNONYMS } from './synonyms.ts';
import type { SubjectReading } from './types.ts';
import { WordIndex } from './word-index.ts';

const wording = (title: string, narrative = '详情见附件。') => ({ title, narrative });

describe('suggestClass', () => {
  it.each([
    ['举报某局长受贿', '', 'ACCUSATION'],
    ['反映情况', '该村支书长期贪污集体款项', 'ACCUSATION'],
    ['关于优化公交线路的建议', '早高峰车少', 'SUGGESTION'],
    ['公交线路', '希望增设一条夜班线', 'SUGGESTION'],
    ['小区电梯长期停运', '建议物业尽快维修', 'CLAIM'],
    ['工地夜间施工', '已多次举报没有结果', 'CLAIM'],
    ['建议查处受贿的干部', '', 'ACCUSATION'],
  ])('%s / %s → %s', (title, narrative, value) => {
    expect(suggestClass(wording(title, narrative)).value).toBe(value);
  });

  it('says which words led there, in both languages, and with the article', () => {
    const suggestion = suggestClass(wording('举报受贿'));
    expect(suggestion.words).toEqual(['举报', '受贿']);
    expect(suggestion.reason.zh).toBe('文中出现“举报、受贿”（《信访工作条例》第三十条）');
    expect(suggestion.reason.en).toContain('Art 30');
    expect(suggestClass(wording('路灯不亮')).reason.en).toContain('Art 31');
  });
});

describe('suggestRoute', () => {
  it.each([
    ['不服法院判决', '', 'LITIGATION'],
    ['拖欠工资', '已向劳动仲裁委申请仲裁', 'ARBITRATION'],
    ['对处罚不服，已申请行政复议', '', 'ADMIN_PROCEDURE'],
    ['党员申诉', '', 'PARTY_APPEAL'],
    ['请求履行法定职责', '', 'STATUTORY_DUTY'],
    ['小区电梯停运', '否则我们将起诉物业', 'PETITION'],
  ])('%s / %s → %s', (title, narrative, value) => {
    expect(suggestRoute(wording(title, narrative)).value).toBe(value);
  });

  it('cites the item of Art 31', () => {
    expect(suggestRoute(wording('不服法院判决')).reason.zh).toContain('第三十一条第一项');
  });
});

it('has keyword rules for every class and route but the default ones', () => {
  expect(CLASS_KEYWORDS.map(({ value }) => value).sort()).toEqual(CASE_CLASSES.filter((value) => value !== 'CLAIM').sort());
  expect(ROUTE_KEYWORDS.map(({ value }) => value).sort()).toEqual(ROUTES.filter((value) => value !== 'PETITION').sort());
});

describe('settleProcedure', () => {
  it('gives every class and route its procedure', () => {
    expect(settleProcedure('CLAIM', 'PETITION')).toEqual({ procedure: 'petition' });
    expect(settleProcedure('CLAIM', null)).toEqual({ procedure: 'petition' });
    expect(settleProcedure('CLAIM', 'LITIGATION')).toEqual({ procedure: 'guided' });
    expect(settleProcedure('SUGGESTION', null)).toEqual({ procedure: 'suggestion' });
    expect(settleProcedure('ACCUSATION', null)).toEqual({ procedure: 'accusation' });
  });

  it('mediates a claim where somebody asks for it', () => {
    expect(settleProcedure('CLAIM', 'PETITION', 'mediation')).toEqual({ procedure: 'mediation' });
    expect(settleProcedure('CLAIM', 'LITIGATION', 'mediation').procedure).toBe('guided');
    expect(settleProcedure('ACCUSATION', null, 'mediation').procedure).toBe('accusation');
  });

  it('leaves simplified handling to whoever asks for it, and says why where it isn’t for the matter', () => {
    const asked = (places: number, repeated: boolean, organs = 0) =>
      settleProcedure('CLAIM', 'PETITION', 'simplified', { places, organs, repeated });
    expect(asked(1, false)).toEqual({ procedure: 'simplified' });
    expect(settleProcedure('CLAIM', null, 'simplified')).toEqual({ procedure: 'simplified' });
    expect([asked(1, true).procedure, asked(1, true).reason?.en]).toEqual(['petition', expect.stringContaining('first time')]);
    expect([asked(2, false).procedure, asked(2, false).reason?.zh]).toEqual(['petition', expect.stringContaining('多个地区或部门')]);
    expect([asked(1, false, 1).procedure, asked(1, false, 2).procedure]).toEqual(['simplified', 'petition']);
    expect(settleProcedure('CLAIM', 'PETITION', 'hotline')).toEqual({ procedure: 'hotline' });
    expect(settleProcedure('SUGGESTION', null, 'hotline')).toMatchObject({ procedure: 'suggestion', reason: expect.anything() as unknown });
    expect(settleProcedure('ACCUSATION', null, 'simplified')).toMatchObject({
      procedure: 'accusation',
      reason: expect.anything() as unknown,
    });
    expect(settleProcedure('CLAIM', 'LITIGATION', 'simplified')).toMatchObject({
      procedure: 'guided',
      reason: expect.anything() as unknown,
    });
  });

  it('replaces what contradicts class or route, always with a reason, and keeps what fits without one', () => {
    for (const caseClass of CASE_CLASSES) {
      for (const route of caseClass === 'CLAIM' ? ROUTES : [null]) {
        const { procedure } = settleProcedure(caseClass, route);
        for (const wanted of PROCEDURES.filter((one) => one !== 'simplified' && one !== 'hotline')) {
          const settled = settleProcedure(caseClass, route, wanted);
          const mediates = wanted === 'mediation' && procedure === 'petition';
          expect(settled.procedure).toBe(mediates ? 'mediation' : procedure);
          expect(settled.reason === undefined).toBe(mediates || wanted === procedure);
        }
      }
    }
  });
});

describe('categorySuggester', () => {
  const category = (code: string, path: string): Category => ({ code, path, owner: 'x', lowestLevel: 'county' });
  const suggest = categorySuggester([
    category('010000', '城乡建设'),
    category('010903', '城乡建设/住房保障与房地产/物业服务'),
    category('010205', '城乡建设/城市建设和市政管理/公共汽车'),
    category('040000', '环境保护'),
    category('040203', '环境保护/环境污染/噪音污染'),
    category('150305', '劳动和社会保障/工资福利/工资发放'),
    category('090703', '民政/社会服务/殡葬管理'),
    category('999999', '其他'),
  ]);
  /** What a model that knows two level-1 categories might make of a text. */
  const reading = (building: number, terms = 40): SubjectReading => ({
    shares: new Map([
      ['010000', building],
      ['040000', 1 - building],
    ]),
    terms,
    wordsFor: (code) => (code === '010000' ? ['房屋'] : code === '040000' ? ['河水'] : []),
  });

  it('takes the level-1 category from the reading, which of its own from the words found', () => {
    expect(suggest(wording('小区电梯长期停运', '噪音，多次向物业反映'), reading(0.95))).toEqual([
      { categoryCode: '010903', confidence: 0.95, words: expect.arrayContaining(['物业', '房屋']) as string[] },
    ]);
    expect(suggest(wording('小区电梯长期停运', '噪音，多次向物业反映'), reading(0.05))[0]).toMatchObject({
      categoryCode: '040203',
      confidence: 0.95,
    });
  });

  it('stays at the level-1 category where no word says more, with the words that the reading came from', () => {
    expect(suggest(wording('水里有泡沫'), reading(0.04))).toEqual([{ categoryCode: '040000', confidence: 0.96, words: ['河水'] }]);
  });

  it.each([
    ['殡葬收费', '090703'],
    ['老板拖欠工资', '150305'],
  ])('%s → %s, of which the model never heard, by its words alone', (title, code) => {
    const [first] = suggest(wording(title), reading(0.6));
    expect(first?.categoryCode).toBe(code);
    expect(first?.words.length).toBeGreaterThan(0);
  });

  it('lets no passing word of another category overrule the reading', () => {
    expect(suggest(wording('楼下噪声', '邻居在办殡葬'), reading(0.1))[0]?.categoryCode).toBe('040203');
  });

  it('gives at most three, likeliest first, mentions none under a tenth, is never certain, and says nothing of nothing', () => {
    const many = suggest(wording('物业拖欠工资，公交噪音，殡葬'), reading(0.5));
    expect(many).toHaveLength(3);
    expect(many.map(({ confidence }) => confidence)).toEqual(many.map(({ confidence }) => confidence).sort((a, b) => b - a));
    expect(suggest(wording('水'), reading(1))).toEqual([{ categoryCode: '010000', confidence: 0.99, words: ['房屋'] }]);
    expect(suggest(wording('你好', '再见'), reading(0.9, 3))).toEqual([]);
    const unsure: SubjectReading = { ...reading(0.2), shares: new Map([['010000', 0.2]]) };
    expect(suggest(wording('你好', '再见'), unsure)).toEqual([]);
  });

  it('counts a word of the title more than one of the narrative', () => {
    expect(suggest(wording('公交太少', '物业'), reading(1))[0]?.categoryCode).toBe('010205');
    expect(suggest(wording('物业太少', '公交'), reading(1))[0]?.categoryCode).toBe('010903');
  });
});

it('keeps synonyms of two characters or more, none twice under one code', () => {
  for (const [code, words] of Object.entries(CATEGORY_SYNONYMS)) {
    expect([code, words.filter((word) => word.length < 2)]).toEqual([code, []]);
    expect(new Set(words).size).toBe(words.length);
  }
});

it('finds words that overlap and words within words', () => {
  expect([...new WordIndex(['公交', '公交车', '交车', '车']).wordsIn('坐公交车')]).toEqual(['公交', '公交车', '交车']);
});

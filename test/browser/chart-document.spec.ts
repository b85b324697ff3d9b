import { PROCEDURE_DEFINITIONS, renderDiagram } from '#libs/domain';
import { readChart } from '../../apps/console/src/features/case/chart-document.ts';

const RULE_ID = />[^<]*[A-Z]{2,}-[A-Z-]+/;

describe.each(['zh', 'en'] as const)('the chart of a case in %s', (lang) => {
  it.each(PROCEDURE_DEFINITIONS.map((one) => [one.id, one] as const))('says rules of %s in words', async (_id, definition) => {
    const { picture } = readChart(renderDiagram(definition, { lang }), lang);
    expect(await picture.text()).not.toMatch(RULE_ID);
  });

  it('knows where in it the case is', () => {
    const petition = PROCEDURE_DEFINITIONS.find(({ id }) => id === 'petition');
    if (petition === undefined) throw new Error('no petition');
    const { now } = readChart(renderDiagram(petition, { state: 'handling', path: ['registered', 'routed', 'handling'], lang }), lang);
    expect(now?.x).toBeGreaterThan(0);
    expect(now?.y).toBeGreaterThan(0);
    expect(readChart(renderDiagram(petition, { lang }), lang).now).toBeNull();
  });
});

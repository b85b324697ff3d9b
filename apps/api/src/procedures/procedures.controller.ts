import { Controller } from '@nestjs/common';
import { listProcedures, readProcedure } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { COMMANDS, PROCEDURE_DEFINITIONS, renderDiagram, stateLabel } from '#libs/domain';
import type { Instant, ProcedureDefinition, Rule } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { problemOf } from '../http/problem-error.ts';

type View = AnswerOf<typeof readProcedure>;

/** Procedures are published definitions: the same for everybody, immutable once used. */
@Controller()
export class ProceduresController {
  constructor(
    private readonly rules: RulesInForce,
    private readonly time: LegalClock,
  ) {}

  @Endpoint(listProcedures)
  async list(@Input() _call: Call<typeof listProcedures>): Promise<AnswerOf<typeof listProcedures>> {
    const today = await this.time.now();
    return { items: PROCEDURE_DEFINITIONS.map((definition) => this.#view(definition, today)), nextCursor: null };
  }

  @Endpoint(readProcedure)
  async read(@Input() { params }: Call<typeof readProcedure>): Promise<View> {
    const found = PROCEDURE_DEFINITIONS.find(({ id, version }) => id === params.id && String(version) === params.version);
    if (found === undefined) throw problemOf('procedure.not_found');
    return this.#view(found, await this.time.now());
  }

  /** The narrowest law here today, what people should know of it, and what only people judge. */
  #law(today: Instant): View['law'] {
    const { id, title, status } = this.rules.pack(today);
    const { otherConditions = [] } = this.rules.conditions(this.rules.region, today);
    return {
      rulePack: id,
      title,
      ...(status === undefined ? {} : { rulePackStatus: status }),
      conditions: otherConditions.map(({ text, basis }) => ({ text, basis })),
    };
  }

  #view(definition: ProcedureDefinition, today: Instant): View {
    const { id, version, title, states, closed, transitions } = definition;
    return {
      id,
      version,
      title,
      states: states.map((state) => ({
        id: state,
        label: stateLabel(id, state),
        final: closed.includes(state),
        initial: state === definition.initial,
      })),
      commands: [...new Set(transitions.map(({ command }) => command))].map((type) => commandView(type, definition)),
      deadlines: definition.deadlines
        .map((rule) => this.rules.rule(rule, today))
        .filter((rule) => rule !== undefined)
        .map(ruleView),
      law: this.#law(today),
      diagram: renderDiagram(definition),
    };
  }
}

function commandView(type: string, { transitions }: ProcedureDefinition): View['commands'][number] {
  const rows = transitions.filter(({ command }) => command === type);
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  const spec = COMMANDS[type];
  return {
    type,
    label: spec?.label ?? { zh: type, en: type },
    from: distinct(rows.map(({ from }) => from)),
    to: distinct(rows.map(({ to }) => to)),
    rules: distinct(rows.flatMap(({ rules }) => rules)),
    roles: spec?.roles ?? [],
  };
}

function ruleView({ id, title, basis, amount, unit, confidence, localDefault }: Rule): View['deadlines'][number] {
  return {
    rule: id,
    title,
    basis: basis.zh,
    basisEn: basis.en,
    amount: unit === 'set-by-person' ? null : amount,
    unit,
    confidence,
    localDefault,
  };
}

import { describe, expect, it } from 'vitest';
import { parseCell, parseTemplate } from '../../../../../../electron/engine/snmp/profiles/cell.ts';
import { parseProfiles } from '../../../../../../electron/engine/snmp/profiles/load-profiles.ts';
import { planOf } from '../../../../../../electron/engine/snmp/profiles/plan.ts';
import { ENTITY_TABLE } from '../../../../../../electron/engine/snmp/tables/health.ts';
import { profileOf } from './make-reader.ts';

const file = (name: string, rules: object): { fileName: string; text: string } => ({
  fileName: `${name}.json`,
  text: JSON.stringify({ name, title: name, ...rules }),
});
const problemsOf = (rules: object): readonly string[] => parseProfiles([file('acme', rules)]).problems;
const source = 'ACME-MIB acme';

describe('cells', () => {
  it('stand in their own row, in one that a value names, or in one that arcs of the index name', () => {
    expect(parseCell('cpm.8')).toEqual({ table: 'cpm', column: '8', join: null });
    expect(parseCell('sys.2.3')?.column).toBe('2.3');
    expect(parseCell('entity.7@cpm.2')?.join?.value).toEqual({ table: 'cpm', column: '2', join: null });
    expect(parseCell('ifX.1@index.0')?.join?.arcs).toEqual([0, 0]);
    expect(parseCell('ifX.1@index.0-1')?.join?.arcs).toEqual([0, 1]);
    for (const wrong of ['cpm', 'cpm.', '8', 'cpm.8@', 'cpm.8@index.x', 'cpm.8 ']) expect(parseCell(wrong)).toBeNull();
  });

  it('make names together with text and the index', () => {
    expect(parseTemplate('Fan {fan.2} of {index.0}')).toHaveLength(4);
    expect(parseTemplate('Fan {2}')).toBeNull();
  });
});

describe('a profile that cannot be used', () => {
  it('says which file, where in it, and what mends it', () => {
    expect(problemsOf({ processors: [{ source, value: 'cpu' }] })).toEqual([
      'acme.json: processors.0.value.0: "cpu" is no cell: write table.column, such as entity.7',
    ]);
    expect(problemsOf({ sensors: [{ source, kind: 'warmth', value: 'entity.7' }] })[0]).toMatch(
      /^acme\.json: sensors\.0\.kind/,
    );
    expect(problemsOf({ processors: [{ value: 'entity.7' }] })[0]).toMatch(/source: say which MIB and object/);
    expect(problemsOf({ match: [{ sysObjectId: '1.3.6.' }] })[0]).toMatch(/no dot at an end/);
    expect(problemsOf({ match: [{ sysDescr: '(a+)+b' }] })[0]).toMatch(/upper bound/);
    expect(problemsOf({ processes: [] })[0]).toMatch(/processes/);
  });

  it('names a table that nobody declares, and a profile that is not there', () => {
    expect(problemsOf({ processors: [{ source, value: 'cpu.3' }] })).toEqual([
      'acme.json: "cpu" is used in a rule: declare it under tables or scalars',
    ]);
    expect(problemsOf({ extends: ['nobody'] })).toEqual(['acme.json: extends: there is no profile nobody']);
  });

  it('costs only itself', () => {
    const { profiles, problems } = parseProfiles([file('good', {}), { fileName: 'bad.json', text: '{' }]);
    expect(profiles.map(({ name }) => name)).toEqual(['good']);
    expect(problems[0]).toMatch(/^bad\.json: not JSON/);
  });
});

describe('a profile that extends another', () => {
  const base = file('base', { tables: { cpu: '1.3.6.1.4.1.1.1' }, processors: [{ source, value: 'cpu.1' }] });

  it('puts its own rules first, and may say where the tables of the other stand', () => {
    const own = file('own', {
      extends: ['base'],
      tables: { cpu: '1.3.6.1.4.1.2.1' },
      processors: [{ source, value: 'cpu.2' }],
    });
    const joined = parseProfiles([base, own]).profiles.find(({ name }) => name === 'own');
    expect(joined?.processors.map(({ value }) => value[0]?.column)).toEqual(['2', '1']);
    expect(joined?.tables['cpu']).toBe('1.3.6.1.4.1.2.1');
  });

  it('even itself, by way of the other, ends', () => {
    const circle = [file('one', { extends: ['two'] }), file('two', { extends: ['one'] })];
    expect(parseProfiles(circle).profiles).toHaveLength(2);
  });
});

describe('the plan', () => {
  it('asks for each column once, also of a table that is read anyhow', () => {
    const profile = profileOf({
      tables: { cpu: '1.3.6.1.4.1.1.1' },
      scalars: { sys: '1.3.6.1.4.1.1.2' },
      processors: [{ source, value: 'cpu.3', name: ['{entity.7@cpu.2}', '{sys.1}', '{entity.14}'] }],
    });
    const { tables, scalars } = planOf(profile, ['health'], [ENTITY_TABLE]);
    expect(scalars).toEqual(['1.3.6.1.4.1.1.2.1.0']);
    expect(tables.map(({ entry, columns }) => [entry, Object.values(columns)])).toEqual([
      [ENTITY_TABLE.entry, [...Object.values(ENTITY_TABLE.columns), 14]],
      ['1.3.6.1.4.1.1.1', [3, 2]],
    ]);
  });

  it('asks nothing of identity where only health is wanted', () => {
    const profile = profileOf({ identity: { serial: [{ source, from: 'entity.11' }] } });
    expect(planOf(profile, ['health'], []).tables).toEqual([]);
    expect(planOf(profile, ['identity'], []).tables).toHaveLength(1);
  });
});

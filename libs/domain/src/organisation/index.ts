export { categoryParents } from './category-tree.ts';
export { directoryFrom, levelOfDivision, unitCode } from './directory-from.ts';
export type { DivisionRow, OrganisationData, UnitRow } from './directory-from.ts';

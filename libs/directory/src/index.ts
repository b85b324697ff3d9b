export { DirectoryModule } from './directory.module.ts';
export { DirectoryService } from './directory.service.ts';
export type { UnitFilter } from './directory.service.ts';
export { readOrganisation } from './organisation-rows.ts';
export type { NamedUnitRow, OrganisationRows } from './organisation-rows.ts';
export { accountId, nameBasedId, unitId } from './unit-id.ts';

import { Injectable } from '@nestjs/common';
import { DirectoryService } from '#libs/directory';

export interface UnitName {
  readonly unitId: string;
  readonly name: string;
  readonly function: string;
  readonly division: string;
}

/** Units by name, for answers. A unit that has left the directory keeps its id. */
@Injectable()
export class UnitNames {
  constructor(private readonly directory: DirectoryService) {}

  of(unitId: string): UnitName {
    const unit = this.directory.unit(unitId);
    return { unitId, name: unit?.name ?? unitId, function: unit?.function ?? '', division: unit?.division ?? '' };
  }
}

import { Module } from '@nestjs/common';
import { DirectoryService } from './directory.service.ts';

/** Needs the global `PersistenceModule`, which is not imported here so that Nest keeps ending the pools last. */
@Module({ providers: [DirectoryService], exports: [DirectoryService] })
export class DirectoryModule {}

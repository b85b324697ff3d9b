import { PersistenceModule } from '#libs/persistence';
import { Module } from '@nestjs/common';
import { DirectoryService } from './directory.service.ts';

@Module({ imports: [PersistenceModule], providers: [DirectoryService], exports: [DirectoryService] })
export class DirectoryModule {}

import { Controller } from '@nestjs/common';
import { openapi, openapiDocument } from '#libs/contracts';
import { Endpoint } from '../http/endpoint.decorator.ts';

@Controller()
export class OpenapiController {
  #document: Record<string, unknown> | undefined;

  @Endpoint(openapi)
  read(): Record<string, unknown> {
    // Made when somebody asks: it costs more than everything else of a start.
    return (this.#document ??= openapiDocument());
  }
}

import { Controller } from '@nestjs/common';
import { openapi, openapiDocument } from '#libs/contracts';
import { Endpoint } from '../http/endpoint.decorator.ts';

@Controller()
export class OpenapiController {
  readonly #document = openapiDocument();

  @Endpoint(openapi)
  read(): Record<string, unknown> {
    return this.#document;
  }
}

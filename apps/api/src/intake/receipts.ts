import { Injectable } from '@nestjs/common';
import type { AnswerOf, IntakeBody, registerCase } from '#libs/contracts';
import { IdentityService } from '#libs/identity';

type IntakeAnswer = AnswerOf<typeof registerCase>;

export interface ReceiptRequest {
  readonly caseId: string;
  readonly caseNo: string;
  readonly holder: IntakeAnswer['holder'];
  readonly receivedAt: string;
  readonly registeredAt: string;
  readonly title: string;
  readonly parties: IntakeBody['parties'];
}

/** What a petitioner takes home. The code and the secret are derived again for every answer and stored nowhere. */
@Injectable()
export class Receipts {
  constructor(private readonly identity: IdentityService) {}

  of({
    caseId,
    caseNo,
    holder,
    receivedAt,
    registeredAt,
    title,
    parties = [],
  }: ReceiptRequest): Pick<IntakeAnswer, 'queryCode' | 'receipt'> {
    const queryCode = this.identity.queryCode(caseId);
    const withPhone = parties.some((party) => party.role !== 'respondent' && party.phone !== undefined);
    const secret = withPhone ? null : this.identity.receiptSecret(caseId);
    return {
      queryCode,
      receipt: {
        caseNo,
        title,
        receivedAt,
        registeredAt,
        unit: { id: holder.unitId, name: holder.name },
        secret,
        text: {
          zh: `您的事项已登记，编号 ${caseNo}，由${holder.name}接收。凭查询码和${secret === null ? '手机号后四位' : '回执上的密语'}可在网上查询进度、申请复查复核和评价。请妥善保管查询码。`,
          en: `Your matter is registered as ${caseNo} and was received by ${holder.name}. With the query code and ${secret === null ? 'the last four digits of your phone' : 'the secret on this receipt'} you can follow it, ask for a review and rate it online. Keep the code safe.`,
        },
      },
    };
  }
}

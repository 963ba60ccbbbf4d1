import { companyFaq } from './company-faq';
import { myBookings } from './my-bookings';
import { myInvoices } from './my-invoices';
import { myProfile } from './my-profile';
import { searchDocuments } from './search-documents';
import type { Tool } from './tool';

/** Everything that the bot can do for its model. */
export const tools: readonly Tool[] = [myBookings, myInvoices, myProfile, searchDocuments, companyFaq];

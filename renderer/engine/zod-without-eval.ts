/**
 * Import it before anything that checks with zod: that looks once whether it may compile its checks, and the page's content
 * security policy counts the look itself as an offence.
 */
import { config } from 'zod';

config({ jitless: true });

// The trimmed types that the studio is checked with must be true of D3's own.
import * as d3 from './d3.mjs';
import type * as trimmed from '../src/main/resources/org/tiyun/studio/web/vendor/d3.js';

export const same: typeof trimmed = d3;

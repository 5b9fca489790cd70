// What the studio uses of D3, and nothing else.
export { bisectLeft, extent } from 'd3-array';
export { scaleLinear } from 'd3-scale';
export { select } from 'd3-selection';
export { area, curveBumpX, line } from 'd3-shape';
export { zoom, zoomIdentity, zoomTransform } from 'd3-zoom';

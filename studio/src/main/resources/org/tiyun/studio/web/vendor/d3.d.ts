// The part of D3's types that the studio uses; studio/vendor holds it against the full ones.
export function bisectLeft(sorted: ArrayLike<number>, value: number): number;
export function extent(values: Iterable<number | null | undefined>): [number, number] | [undefined, undefined];

export interface Scale {
  (value: number): number;
  invert(at: number): number;
  domain(): number[];
  nice(count?: number): this;
  ticks(count?: number): number[];
}
export function scaleLinear(domain: Iterable<number>, range: Iterable<number>): Scale;

export interface Line<T> {
  (data: Iterable<T>): string | null;
  defined(is: (value: T, i: number, all: T[]) => boolean): this;
  digits(digits: number): this;
}
export interface Curve {
  lineStart(): void;
  lineEnd(): void;
  point(x: number, y: number): void;
}
export function curveBumpX(context: any): Curve;
export interface Area<T> extends Line<T> {
  curve(curve: typeof curveBumpX): this;
}
export function line<T>(x: (value: T, i: number, all: T[]) => number, y: (value: T, i: number, all: T[]) => number): Line<T>;
export function area<T>(x: (value: T, i: number, all: T[]) => number, y0: (value: T, i: number, all: T[]) => number, y1: (value: T, i: number, all: T[]) => number): Area<T>;

export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  invert(point: [number, number]): [number, number];
}
export const zoomIdentity: Transform;
export function zoomTransform(node: Element): Transform;

export interface Selected<E extends Element> {
  call(behaviour: (selected: any, ...more: any[]) => void, ...more: unknown[]): this;
  on(types: string, listener: ((this: E, event: any) => void) | null): this;
}
export function select<E extends Element>(element: E): Selected<E>;

type Box = [[number, number], [number, number]];
export interface Zoom<E extends Element> {
  (selected: any): void;
  transform(selected: any, to: any): void;
  translateBy(selected: any, x: number, y: number): void;
  translateTo(selected: any, x: number, y: number): void;
  scaleBy(selected: any, k: number): void;
  filter(filter: (this: E, event: any) => boolean): this;
  extent(box: Box): this;
  translateExtent(box: Box): this;
  scaleExtent(least_and_most: [number, number]): this;
  clickDistance(pixels: number): this;
  on(types: string, listener: (this: E, event: { transform: Transform }) => void): this;
}
export function zoom<E extends Element>(): Zoom<E>;

import type { TaggedImage } from './image.js';

/** The deciding reason. `subject`: it goes and stays with its subject; `part`: an index that stays lists it. */
export type Rule =
  | 'keep'
  | 'older-than'
  | 'gone-refs'
  | 'not-pulled-for'
  | 'expires-label'
  | 'include'
  | 'exclude'
  | 'protect'
  | 'in-use'
  | 'subject'
  | 'part'
  | 'locked'
  | 'unusable';

/** The judgement of one rule on an image. */
export interface Ruling {
  readonly rule: Rule;
  readonly reason: string;
  /** The tag with this reason; the others are on the same image. */
  readonly tag?: string;
}

/** The judgement of a rule for candidates (`keep`, `older-than` and the like) on one. */
export interface Judgement {
  readonly goes: boolean;
  readonly ruling: Ruling;
}

/** A rule that judges each candidate by itself. */
export type CandidateRule = (candidate: TaggedImage, now: Date) => Judgement;

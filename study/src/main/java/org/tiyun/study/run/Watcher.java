package org.tiyun.study.run;

/**
 * Hears how far a study is that takes long; told now and then, by one thread at a time, which need
 * not be the one that asked.
 */
@FunctionalInterface
public interface Watcher {
  /** Nobody listens. */
  Watcher NOBODY = (stage, done, of) -> {};

  /**
   * @param stage what is being worked on, such as the quarter a forecast starts from; empty where
   *     the study has one stage
   * @param done of the pieces of the stage
   */
  void at(String stage, long done, long of);
}

package org.tiyun.cli;

/**
 * One command: its fields are its options, filled by picocli; its texts stand in the catalogue
 * under {@code cli.tiyun.NAME}.
 */
interface Task {
  /**
   * Does the work: asks the modules, hands what they answer to the session.
   *
   * @return an {@link ExitCode}
   * @throws org.tiyun.words.Failure where there is no answer; shown by the caller
   */
  int run(Session session);
}

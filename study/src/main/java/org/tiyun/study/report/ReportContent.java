package org.tiyun.study.report;

import java.util.List;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Headline;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.mechanism.MechanismReading;

/**
 * Everything that a report says, before it is put into words or pictures.
 *
 * @param years headlines of every year of the matrix, oldest first
 * @param circuit the latest year whole
 * @param brake the model's run and its brake
 * @param verdict what the two runs come to
 * @param charts in the model's order
 * @param mechanisms what figures say to each mechanism that the model claims to hold
 * @param brakes the run without a brake and every scenario of the model, side by side
 * @param assumptions inputs of the model without a source of their own, in its order
 * @param chapters of the full report; none in the plain one
 * @param version of this program
 */
public record ReportContent(
    List<Headline> years,
    Circuit circuit,
    BrakeResult brake,
    ModelVerdict verdict,
    List<ChartData> charts,
    List<MechanismReading> mechanisms,
    List<BrakeReading> brakes,
    List<Assumption> assumptions,
    List<Chapter> chapters,
    String version) {}

package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// Measures the program's sound: the highest sample of the last blocks, and RMS over 300 ms, for each channel, in
/// dBFS. Written by the `mixer` thread, read from any.
public final class LevelMeter {
    public static final double SILENCE_DBFS = -120;
    private static final int PEAK_BLOCKS = 5;
    private static final double RMS_SMOOTHING = AudioFormat.BLOCK_NANOS / 300e6;

    private final float[][] peaks = new float[AudioFormat.CHANNELS][PEAK_BLOCKS];
    private final double[] meanSquare = new double[AudioFormat.CHANNELS];
    private int next;
    private volatile double leftPeakDbfs = SILENCE_DBFS;
    private volatile double rightPeakDbfs = SILENCE_DBFS;
    private volatile double leftRmsDbfs = SILENCE_DBFS;
    private volatile double rightRmsDbfs = SILENCE_DBFS;

    void measure(float[] block) {
        for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
            float peak = 0;
            double squares = 0;
            for (int i = channel; i < block.length; i += AudioFormat.CHANNELS) {
                peak = Math.max(peak, Math.abs(block[i]));
                squares += (double) block[i] * block[i];
            }
            peaks[channel][next] = peak;
            double mean = squares / AudioFormat.BLOCK_FRAMES;
            meanSquare[channel] += RMS_SMOOTHING * (mean - meanSquare[channel]);
        }
        next = (next + 1) % PEAK_BLOCKS;
        leftPeakDbfs = dbfs(highest(peaks[0]));
        rightPeakDbfs = dbfs(highest(peaks[1]));
        leftRmsDbfs = dbfs(Math.sqrt(meanSquare[0]));
        rightRmsDbfs = dbfs(Math.sqrt(meanSquare[1]));
    }

    public double leftPeakDbfs() {
        return leftPeakDbfs;
    }

    public double rightPeakDbfs() {
        return rightPeakDbfs;
    }

    public double leftRmsDbfs() {
        return leftRmsDbfs;
    }

    public double rightRmsDbfs() {
        return rightRmsDbfs;
    }

    private static float highest(float[] values) {
        float highest = 0;
        for (float value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    private static double dbfs(double amplitude) {
        return amplitude <= 1e-6 ? SILENCE_DBFS : 20 * Math.log10(amplitude);
    }
}

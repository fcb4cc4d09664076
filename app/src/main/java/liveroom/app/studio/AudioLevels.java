package liveroom.app.studio;

/// Levels of the program's sound after gain and mute, in dBFS, -120 for silence. Peak is the highest sample of the
/// last 50 ms or so; RMS is over 300 ms.
public record AudioLevels(double leftPeakDbfs, double rightPeakDbfs, double leftRmsDbfs, double rightRmsDbfs) {
    public static final double SILENCE_DBFS = -120;
    public static final AudioLevels SILENCE = new AudioLevels(SILENCE_DBFS, SILENCE_DBFS, SILENCE_DBFS, SILENCE_DBFS);
}

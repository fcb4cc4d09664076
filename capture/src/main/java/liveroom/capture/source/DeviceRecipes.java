package liveroom.capture.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.VideoFormat;

/// How each kind of device is opened on each system: pure functions from what is wanted to what FFmpeg is told. Where
/// there are several recipes, the first that works is taken.
final class DeviceRecipes {
    /// 10 ms of stereo in 16 bits: PulseAudio delivers no later than this.
    private static final int PULSE_FRAGMENT_BYTES = AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS * Short.BYTES;

    /// USB 2 carries raw pictures up to about this size at 30 a second; larger ones come as JPEG.
    private static final int RAW_PIXELS = 640 * 480;

    /// ALSA's own names for devices, which PulseAudio does not know.
    private static final List<String> ALSA_PREFIXES = List.of("hw:", "plughw:", "sysdefault:", "dsnoop:", "front:");

    private DeviceRecipes() {}

    /// @param name of the device as this system's input device knows it, never empty on Windows
    static List<InputRecipe> camera(OperatingSystem system, String name, VideoFormat format, int fps) {
        Map<String, String> wanted = Map.of("video_size", format.toString(), "framerate", String.valueOf(fps));
        return switch (system) {
            case LINUX -> {
                String device = name.isEmpty() ? "/dev/video0" : name;
                InputRecipe jpeg = new InputRecipe("v4l2", device, live(wanted, "input_format", "mjpeg"));
                InputRecipe any = new InputRecipe("v4l2", device, live(wanted));
                InputRecipe plain = new InputRecipe("v4l2", device, live(Map.of()));
                boolean large = format.lumaBytes() > RAW_PIXELS;
                yield large ? List.of(jpeg, any, plain) : List.of(any, jpeg, plain);
            }
            case MACOS -> {
                String device = (name.isEmpty() ? "default" : name) + ":none";
                yield List.of(
                        new InputRecipe("avfoundation", device, live(wanted, "pixel_format", "nv12")),
                        new InputRecipe("avfoundation", device, live(Map.of("framerate", "30"))),
                        new InputRecipe("avfoundation", device, live(Map.of())));
            }
            case WINDOWS -> {
                String device = "video=" + name;
                yield List.of(
                        new InputRecipe("dshow", device, live(wanted, "vcodec", "mjpeg", "rtbufsize", "64M")),
                        new InputRecipe("dshow", device, live(wanted, "rtbufsize", "64M")),
                        new InputRecipe("dshow", device, live(Map.of("rtbufsize", "64M"))));
            }
        };
    }

    /// @param name of the device as this system's input device knows it, never empty on Windows
    static List<InputRecipe> microphone(OperatingSystem system, String name) {
        Map<String, String> stereo = Map.of(
                "sample_rate",
                String.valueOf(AudioFormat.SAMPLE_RATE_HZ),
                "channels",
                String.valueOf(AudioFormat.CHANNELS));
        return switch (system) {
            case LINUX -> {
                String device = name.isEmpty() ? "default" : name;
                InputRecipe pulse = new InputRecipe(
                        "pulse",
                        device,
                        live(
                                stereo,
                                "fragment_size",
                                String.valueOf(PULSE_FRAGMENT_BYTES),
                                "name",
                                "Liveroom",
                                "stream_name",
                                "Microphone"));
                InputRecipe alsa = new InputRecipe("alsa", device, live(stereo));
                InputRecipe mono = new InputRecipe("alsa", device, live(stereo, "channels", "1"));
                boolean alsaOnly = ALSA_PREFIXES.stream().anyMatch(name::startsWith);
                yield alsaOnly ? List.of(alsa, mono) : List.of(pulse, alsa, mono);
            }
            case MACOS ->
                List.of(new InputRecipe("avfoundation", ":" + (name.isEmpty() ? "default" : name), live(Map.of())));
            case WINDOWS ->
                List.of(
                        new InputRecipe("dshow", "audio=" + name, live(stereo, "audio_buffer_size", "20")),
                        new InputRecipe("dshow", "audio=" + name, live(Map.of("audio_buffer_size", "20"))),
                        new InputRecipe("dshow", "audio=" + name, live(Map.of())));
        };
    }

    /// @param which Linux: an X display, with an offset if wanted (`:0.0+100,200`); macOS: the number of a screen;
    ///     Windows: `desktop`, or the title of a window. Empty for the whole first screen.
    /// @param display the X display of this session, empty if there is none
    static List<InputRecipe> screen(OperatingSystem system, String which, int fps, String display) {
        Map<String, String> wanted = Map.of("framerate", String.valueOf(fps));
        return switch (system) {
            case LINUX -> {
                String session = display.isEmpty() ? ":0" : display;
                String screen = which.isEmpty() ? session : which;
                yield List.of(new InputRecipe("x11grab", screen, live(wanted, "draw_mouse", "1")));
            }
            case MACOS -> {
                String number = which.isEmpty() ? "0" : which;
                boolean digits = number.chars().allMatch(Character::isDigit);
                String device = (digits ? "Capture screen " + number : number) + ":none";
                yield List.of(
                        new InputRecipe(
                                "avfoundation", device, live(wanted, "capture_cursor", "1", "pixel_format", "nv12")),
                        new InputRecipe("avfoundation", device, live(wanted, "capture_cursor", "1")));
            }
            case WINDOWS -> {
                boolean desktop = which.isEmpty() || which.equals("desktop");
                yield List.of(new InputRecipe(
                        "gdigrab", desktop ? "desktop" : "title=" + which, live(wanted, "draw_mouse", "1")));
            }
        };
    }

    /// Adds what keeps the delay low: FFmpeg shall not collect data before it hands out the first.
    private static Map<String, String> live(Map<String, String> options, String... more) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put("fflags", "nobuffer");
        all.put("analyzeduration", "500000");
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}

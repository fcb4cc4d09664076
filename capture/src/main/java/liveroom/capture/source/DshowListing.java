package liveroom.capture.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what FFmpeg's `dshow` lists on Windows. From FFmpeg 5 on:
///
/// ```
/// [in#0 @ 000001d3b2f6e0c0] "Integrated Camera" (video)
/// [in#0 @ 000001d3b2f6e0c0]   Alternative name "@device_pnp_…"
/// [in#0 @ 000001d3b2f6e0c0] "Microphone Array (Realtek(R) Audio)" (audio)
/// ```
/// Before that, a headline named the kind of those below it. Of two devices with one name, the second is known by its
/// alternative name.
final class DshowListing {
    private static final Pattern DEVICE = Pattern.compile("^\\[[^\\]]*] +\"(.+)\"(?: \\((.*)\\))?$");
    private static final Pattern ALTERNATIVE = Pattern.compile("^\\[[^\\]]*] +Alternative name \"(.+)\"$");

    private DshowListing() {}

    static List<Device> parse(List<String> listing) {
        List<Device> devices = new ArrayList<>();
        String kinds = "";
        for (String line : listing) {
            if (line.contains("DirectShow video devices")) {
                kinds = "video";
            } else if (line.contains("DirectShow audio devices")) {
                kinds = "audio";
            }
            Matcher alternative = ALTERNATIVE.matcher(line);
            Matcher device = DEVICE.matcher(line);
            if (alternative.matches()) {
                renameTwin(devices, alternative.group(1));
            } else if (device.matches()) {
                String own = device.group(2) == null ? kinds : device.group(2);
                add(devices, device.group(1), own);
            }
        }
        return devices;
    }

    private static void add(List<Device> devices, String name, String kinds) {
        if (kinds.contains("video")) {
            devices.add(new Device(new SourceSpec.Camera(name), name, Device.Kind.CAMERA));
        }
        if (kinds.contains("audio")) {
            devices.add(new Device(new SourceSpec.Microphone(name), name, Device.Kind.MICROPHONE));
        }
    }

    private static void renameTwin(List<Device> devices, String alternative) {
        if (devices.isEmpty()) {
            return;
        }
        Device last = devices.getLast();
        boolean twin = devices.subList(0, devices.size() - 1).stream()
                .anyMatch(other -> other.spec().equals(last.spec()));
        if (twin) {
            SourceSpec spec = last.kind() == Device.Kind.CAMERA
                    ? new SourceSpec.Camera(alternative)
                    : new SourceSpec.Microphone(alternative);
            devices.set(devices.size() - 1, new Device(spec, last.humanName(), last.kind()));
        }
    }
}

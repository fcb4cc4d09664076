package liveroom.capture.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what FFmpeg's `avfoundation` lists on macOS:
///
/// ```
/// [AVFoundation indev @ 0x14e604a90] AVFoundation video devices:
/// [AVFoundation indev @ 0x14e604a90] [0] FaceTime HD Camera
/// [AVFoundation indev @ 0x14e604a90] [1] Capture screen 0
/// [AVFoundation indev @ 0x14e604a90] AVFoundation audio devices:
/// [AVFoundation indev @ 0x14e604a90] [0] MacBook Pro Microphone
/// ```
final class AvfoundationListing {
    private static final Pattern DEVICE = Pattern.compile("^\\[[^\\]]*] \\[\\d+] (.+)$");
    private static final Pattern SCREEN = Pattern.compile("Capture screen (\\d+)");

    private AvfoundationListing() {}

    static List<Device> parse(List<String> listing) {
        List<Device> devices = new ArrayList<>();
        boolean audio = false;
        for (String line : listing) {
            if (line.endsWith("audio devices:")) {
                audio = true;
            } else if (line.endsWith("video devices:")) {
                audio = false;
            }
            Matcher device = DEVICE.matcher(line);
            if (device.matches()) {
                devices.add(device(device.group(1).strip(), audio));
            }
        }
        return devices;
    }

    private static Device device(String name, boolean audio) {
        if (audio) {
            return new Device(new SourceSpec.Microphone(name), name, Device.Kind.MICROPHONE);
        }
        Matcher screen = SCREEN.matcher(name);
        return screen.matches()
                ? new Device(new SourceSpec.Screen(screen.group(1)), "Screen " + screen.group(1), Device.Kind.SCREEN)
                : new Device(new SourceSpec.Camera(name), name, Device.Kind.CAMERA);
    }
}

package liveroom.capture.source;

import java.util.ArrayList;
import java.util.List;

/// The devices of this machine at one moment; the system's default comes first in each kind.
public record DeviceList(List<Device> devices) {
    public DeviceList {
        devices = List.copyOf(devices);
    }

    public List<Device> cameras() {
        return of(Device.Kind.CAMERA);
    }

    /// Microphones, and after them what can be recorded of the machine's own sound.
    public List<Device> microphones() {
        List<Device> all = new ArrayList<>(of(Device.Kind.MICROPHONE));
        all.addAll(of(Device.Kind.SOUND_OUTPUT));
        return all;
    }

    public List<Device> screens() {
        return of(Device.Kind.SCREEN);
    }

    /// What the picture comes from if the host has not chosen: the first camera, or the test picture where there is
    /// none.
    public SourceSpec usualVideo() {
        return cameras().isEmpty() ? new SourceSpec.Test() : new SourceSpec.Camera("");
    }

    /// What the sound comes from if the host has not chosen: the first microphone, or the test sound where there is
    /// none.
    public SourceSpec usualAudio() {
        return of(Device.Kind.MICROPHONE).isEmpty() ? new SourceSpec.Test() : new SourceSpec.Microphone("");
    }

    private List<Device> of(Device.Kind kind) {
        return devices.stream().filter(device -> device.kind() == kind).toList();
    }
}

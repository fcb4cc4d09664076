package liveroom.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import liveroom.app.text.Messages;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import picocli.CommandLine.Command;

/// `studio devices`: lists what `--video` and `--audio` can name.
@Command(name = "devices", description = "${bundle:devices.about}", mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<DeviceList> devices;
    private final Messages messages = Messages.of("terminal");

    DevicesCommand(Terminal terminal, Supplier<DeviceList> devices) {
        this.terminal = terminal;
        this.devices = devices;
    }

    @Override
    public Integer call() {
        DeviceList found = devices.get();
        print("devices.cameras", found.cameras());
        print("devices.screens", found.screens());
        print("devices.microphones", found.microphones());
        terminal.out().println(messages.text("devices.always"));
        terminal.out().flush();
        return Terminal.OK;
    }

    private void print(String heading, List<Device> devices) {
        terminal.out().println(messages.text(heading));
        if (devices.isEmpty()) {
            terminal.out().println("  " + messages.text("devices.none"));
        }
        int width = devices.stream()
                .mapToInt(device -> device.spec().text().length())
                .max()
                .orElse(0);
        for (Device device : devices) {
            String name = device.spec().text();
            terminal.out().println("  " + name + " ".repeat(width - name.length()) + "  " + device.humanName());
        }
    }
}

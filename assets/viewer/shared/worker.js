import { Receiver } from './receiver.js';

/** The receiver in a worker of its own. */
const receiver = new Receiver((message) => postMessage(message));
onmessage = ({ data }) => receiver.take(data);
postMessage({ ready: true });

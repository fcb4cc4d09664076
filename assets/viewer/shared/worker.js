import { Receiver } from './receiver.js';

const receiver = new Receiver((message) => postMessage(message));
onmessage = ({ data }) => receiver.take(data);

/* For browsers that know no modules. Everything else is written for those that do. */
window.onload = function () {
  document.documentElement.setAttribute('data-state', 'failed');
  document.getElementById('notice-heading').textContent = 'The show cannot be played';
  document.getElementById('notice-text').textContent =
    'This browser cannot receive live video. A current Chrome, Edge, Firefox or Safari can.';
};

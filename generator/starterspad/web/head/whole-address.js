// On the page for a wrong address: a program on the way may have written %23 for the # of a link. Then the address is
// another one, and what stands behind the # never had to leave the device.
const [page, ...carried] = location.href.split(/%23/i);
if (carried.length && !location.hash) location.replace(`${page}#${carried.join("%23")}`);

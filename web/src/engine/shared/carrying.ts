/** How a drag begins: a finger that rests takes the thing, one that moves at once scrolls. */
export const TOUCH = { delay: 220, tolerance: 8 }
export const MOUSE = { distance: 6 }

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

const MOST_PRESSES = 60;

/** Presses a key until the wanted thing has the focus; a thing that the key never reaches fails the test. */
export async function pressUntilFocused(
  page: Page,
  key: 'Tab' | 'Shift+Tab' | 'ArrowRight',
  wanted: Locator,
): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted, `reached by ${MOST_PRESSES} times ${key}`).toBeFocused();
}

/** What the focus shows of itself: without an outline a person is lost. */
export interface FocusLook {
  readonly what: string;
  readonly visible: boolean;
}

/** Whether whatever has the focus now is marked as such: on itself, on the box round it, or beside it. */
export function focusLook(page: Page): Promise<FocusLook> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { what: 'nothing', visible: true };
    const marked = (one: Element | null): boolean => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    };
    // A list that is drawn on a canvas has its mark drawn beside it.
    const siblings = [...(element.parentElement?.children ?? [])];
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
    return {
      what: `${element.tagName.toLowerCase()} “${name}”`,
      visible: marked(element) || marked(element.parentElement) || siblings.some(marked),
    };
  });
}

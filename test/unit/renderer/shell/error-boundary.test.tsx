// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../../renderer/shell/ErrorBoundary.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('says what broke in its own place, and draws it again when asked', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  function Part() {
    if (broken) throw new Error('no canvas <b>here</b>');
    return <p>drawn</p>;
  }
  render(
    <>
      <ErrorBoundary part="map">
        <Part />
      </ErrorBoundary>
      <p>the rest</p>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('no canvas <b>here</b>');
  expect(screen.getByText('the rest')).toBeDefined();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('drawn')).toBeDefined();
});
